package org.chuyi.portal;

import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** A form is filled from its fields and its address. Spring would fill it from any header of that name too. */
@Component
class HeadersAreNoFields {

    HeadersAreNoFields(RequestMappingHandlerAdapter adapter) {
        WebBindingInitializer before = adapter.getWebBindingInitializer();
        adapter.setWebBindingInitializer(binder -> {
            if (before != null) {
                before.initBinder(binder);
            }
            if (binder instanceof ExtendedServletRequestDataBinder form) {
                form.setHeaderPredicate(header -> false);
            }
        });
    }
}
