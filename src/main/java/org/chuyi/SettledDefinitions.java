package org.chuyi;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Says that no bean's definition changes any more, as soon as that is so.
 *
 * <p>Spring says it itself, but only after the web server has asked for its filters, and with them for most of the
 * program; until then it remembers no answer to "which beans are of this type" and walks over all of them each time.
 */
@Component
class SettledDefinitions implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
