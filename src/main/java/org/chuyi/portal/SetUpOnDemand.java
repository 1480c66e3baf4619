package org.chuyi.portal;

import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * What is set up when it is first asked for, not at each start: the makers of the API's document, and Bean Validation
 * (see {@link ValidationOnDemand}). Both are large, and nothing of ours is checked by setting them up.
 */
@Component
class SetUpOnDemand implements BeanFactoryPostProcessor {

    private static final String DOCUMENT = "org.springdoc.";
    private static final String VALIDATION = "org.springframework.boot.autoconfigure.validation.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            boolean onDemand = Stream.of(definition.getBeanClassName(), definition.getFactoryBeanName())
                    .anyMatch(
                            origin -> origin != null && (origin.startsWith(DOCUMENT) || origin.startsWith(VALIDATION)));
            if (onDemand) {
                definition.setLazyInit(true);
            }
        }
    }
}
