package org.chuyi.workflow.engine;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Does with fewer statements, and less work for each, what the engine would do; its behaviour stays. */
@Component
class LeanEngine extends SpringProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setDmnEngineConfiguration(decisions());
        engine.setResourceAuthorizationProvider(new NewTaskRights());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new LeanHistory());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        LeanSessions.install(engine);
    }

    private static DefaultDmnEngineConfiguration decisions() {
        var decisions = new DefaultDmnEngineConfiguration();
        var feel = new ScalaFeelEngineFactory();
        decisions.setFeelEngineFactory(() -> new PlainFeel(feel.createInstance()));
        return decisions;
    }
}
