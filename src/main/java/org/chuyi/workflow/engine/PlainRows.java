package org.chuyi.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;
import org.camunda.bpm.engine.impl.db.DbEntity;

/**
 * Reads rows into the engine's entities by a result map that names a property for each column and nothing else. Where each
 * column stands is found out once for a statement whose text never changes, each time for one that is put together from its
 * parameters: of those there is no end.
 */
final class PlainRows {

    private record Column(int position, Invoker setter, TypeHandler<?> handler) {}

    private static final Map<String, List<Column>> KNOWN = new ConcurrentHashMap<>();

    private final Configuration configuration;
    private final Class<?> type;
    private final List<Column> columns;

    private PlainRows(Configuration configuration, Class<?> type, List<Column> columns) {
        this.configuration = configuration;
        this.type = type;
        this.columns = columns;
    }

    static PlainRows of(MappedStatement statement, ResultSet rows) throws SQLException {
        var map = statement.getResultMaps().get(0);
        return new PlainRows(statement.getConfiguration(), map.getType(), columnsOf(statement, map, rows));
    }

    private static List<Column> columnsOf(MappedStatement statement, ResultMap map, ResultSet rows)
            throws SQLException {
        if (!(statement.getSqlSource() instanceof RawSqlSource)) {
            return columns(statement.getConfiguration(), map, rows);
        }
        var known = KNOWN.get(statement.getId());
        if (known == null) {
            known = columns(statement.getConfiguration(), map, rows);
            KNOWN.put(statement.getId(), known);
        }
        return known;
    }

    /** Where all is as the map says and nothing is left to be guessed from names. */
    static boolean canRead(MappedStatement statement) {
        return statement.getResultMaps().size() == 1
                && isListOfColumns(statement.getResultMaps().get(0))
                && statement
                        .getConfiguration()
                        .getReflectorFactory()
                        .findForClass(statement.getResultMaps().get(0).getType())
                        .hasDefaultConstructor();
    }

    private static boolean isListOfColumns(ResultMap map) {
        return DbEntity.class.isAssignableFrom(map.getType())
                && !map.hasNestedResultMaps()
                && !map.hasNestedQueries()
                && map.getDiscriminator() == null
                && map.getConstructorResultMappings().isEmpty();
    }

    private static List<Column> columns(Configuration configuration, ResultMap map, ResultSet rows)
            throws SQLException {
        Map<String, Integer> positions = new HashMap<>();
        for (int each = 1; each <= rows.getMetaData().getColumnCount(); each++) {
            positions.put(rows.getMetaData().getColumnLabel(each).toUpperCase(Locale.ROOT), each);
        }
        var reflector = configuration.getReflectorFactory().findForClass(map.getType());
        return map.getResultMappings().stream()
                .filter(mapping -> positions.containsKey(mapping.getColumn()))
                .map(mapping -> new Column(
                        positions.get(mapping.getColumn()),
                        reflector.getSetInvoker(mapping.getProperty()),
                        mapping.getTypeHandler()))
                .toList();
    }

    List<Object> read(ResultSet rows) throws SQLException {
        List<Object> found = new ArrayList<>();
        while (rows.next()) {
            found.add(readOne(rows));
        }
        return found;
    }

    private Object readOne(ResultSet rows) throws SQLException {
        Object entity = configuration.getObjectFactory().create(type);
        try {
            for (var column : columns) {
                Object value = column.handler().getResult(rows, column.position());
                if (value != null) {
                    column.setter().invoke(entity, new Object[] {value});
                }
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        return entity;
    }
}
