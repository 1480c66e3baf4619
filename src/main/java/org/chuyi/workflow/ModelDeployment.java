package org.chuyi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys everything below {@code processes/} as one deployment, named by its path there: models, decision tables and
 * forms that belong together stay together, and an unchanged set is not deployed again.
 *
 * <p>Not left to the starter, which names resources by their file: the same in every policy pack once they are in a jar,
 * and a path of the machine before.
 */
@Component
class ModelDeployment implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private static final String ROOT = "processes/";
    private static final List<String> KINDS = List.of("bpmn", "dmn", "form");

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    /** While the beans are made, so that a broken model ends the start before anything runs. */
    @Override
    public void afterPropertiesSet() {
        var deployment =
                repository.createDeployment().name("chuyi").source("chuyi").enableDuplicateFiltering(false);
        for (Resource resource : resources()) {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(nameOf(resource), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            String id = deployment.deploy().getId();
            log.info("Process models: deployment {}", id);
        } catch (ParseException broken) {
            throw BrokenModel.in(broken);
        } catch (ProcessEngineException broken) {
            throw BrokenModel.in(broken);
        }
    }

    private static List<Resource> resources() {
        var resolver = new PathMatchingResourcePatternResolver();
        return KINDS.stream()
                .flatMap(kind -> {
                    try {
                        return Arrays.stream(resolver.getResources("classpath*:" + ROOT + "**/*." + kind));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sorted(Comparator.comparing(ModelDeployment::nameOf))
                .toList();
    }

    private static String nameOf(Resource resource) {
        try {
            String url = resource.getURL().toString();
            return url.substring(url.lastIndexOf(ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
