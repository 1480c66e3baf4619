package org.chuyi.portal.security;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/**
 * Spring Security looks up the handler of each request in advance, for matchers that ask the mappings; ours go by the
 * path alone (see {@link SecurityConfiguration}), and the dispatcher looks it up anyway.
 */
@Component
class NoLookAhead implements BeanFactoryPostProcessor {

    private static final String INTROSPECTOR = "mvcHandlerMappingIntrospector";

    static class Introspector extends HandlerMappingIntrospector {
        @Override
        public Filter createCacheFilter() {
            return (request, response, chain) -> chain.doFilter(request, response);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof BeanDefinitionRegistry registry && registry.containsBeanDefinition(INTROSPECTOR)) {
            var definition = new RootBeanDefinition(Introspector.class);
            definition.setLazyInit(true);
            registry.removeBeanDefinition(INTROSPECTOR);
            registry.registerBeanDefinition(INTROSPECTOR, definition);
        }
    }
}
