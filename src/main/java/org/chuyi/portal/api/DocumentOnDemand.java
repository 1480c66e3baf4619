package org.chuyi.portal.api;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** What makes the API's document is put together when somebody first asks for the document, not at each start. */
@Component
class DocumentOnDemand implements BeanFactoryPostProcessor {

    private static final String SPRINGDOC = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (comesFromSpringdoc(definition.getBeanClassName())
                    || comesFromSpringdoc(definition.getFactoryBeanName())) {
                definition.setLazyInit(true);
            }
        }
    }

    private static boolean comesFromSpringdoc(String name) {
        return name != null && name.startsWith(SPRINGDOC);
    }
}
