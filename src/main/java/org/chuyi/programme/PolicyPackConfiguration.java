package org.chuyi.programme;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PolicyPackConfiguration {

    @Bean
    static PolicyPacks policyPacks(Environment environment) {
        return PolicyPacks.read(environment.getProperty("chuyi.policy-packs", "classpath*:processes/programmes"));
    }

    /** The packs are read before the database and the engine start, so that a broken one leaves nothing half started. */
    @Bean
    static BeanFactoryPostProcessor policyPacksFirst() {
        return beans -> beans.getBean(PolicyPacks.class);
    }
}
