package org.chuyi.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;

/** One of the engine's mapped statements with its parameter; binds and reads as MyBatis does, by position. */
record BoundStatement(MappedStatement statement, BoundSql bound, Object parameter) implements Sent {

    static BoundStatement of(Configuration mappings, String name, Object parameter) {
        var statement = mappings.getMappedStatement(name);
        Object named = ParamNameResolver.wrapToMapIfCollection(parameter, null);
        return new BoundStatement(statement, statement.getBoundSql(named), named);
    }

    @Override
    public String sql() {
        return bound.getSql();
    }

    @Override
    @SuppressWarnings("unchecked")
    public int bind(PreparedStatement prepared, int first) throws SQLException {
        int next = first;
        for (var mapping : bound.getParameterMappings()) {
            Object value = value(mapping);
            JdbcType type = mapping.getJdbcType() == null && value == null
                    ? configuration().getJdbcTypeForNull()
                    : mapping.getJdbcType();
            ((TypeHandler<Object>) mapping.getTypeHandler()).setParameter(prepared, next++, value, type);
        }
        return next;
    }

    private Object value(ParameterMapping mapping) {
        String name = mapping.getProperty();
        if (bound.hasAdditionalParameter(name)) {
            return bound.getAdditionalParameter(name);
        }
        if (parameter == null || configuration().getTypeHandlerRegistry().hasTypeHandler(parameter.getClass())) {
            return parameter;
        }
        var reflector = configuration().getReflectorFactory().findForClass(parameter.getClass());
        return reflector.hasGetter(name)
                ? invoke(reflector.getGetInvoker(name), parameter)
                : configuration().newMetaObject(parameter).getValue(name);
    }

    private static Object invoke(Invoker getter, Object target) {
        try {
            return getter.invoke(target, new Object[0]);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Object> read(ResultSet rows) throws SQLException {
        return PlainRows.of(statement, rows).read(rows);
    }

    private Configuration configuration() {
        return statement.getConfiguration();
    }
}
