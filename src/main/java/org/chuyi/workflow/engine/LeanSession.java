package org.chuyi.workflow.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The engine's session with the database: what a command changes goes in one round trip instead of one for each table, and
 * with a task comes in one round trip all that its completion will ask for.
 */
class LeanSession extends BatchDbSqlSession {

    private Optional<TaskNeighbourhood> neighbourhood = Optional.empty();

    LeanSession(DbSqlSessionFactory factory) {
        super(factory);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        var statement = dbSqlSessionFactory.mapStatement(dbSqlSessionFactory.getSelectStatement(type));
        T found = executeSelectList(statement, id).stream()
                .findFirst()
                .map(each -> (T) each)
                .orElse(null);
        fireEntityLoaded(found);
        if (found instanceof TaskEntity task && task.getProcessInstanceId() != null) {
            neighbourhood = Optional.of(load(task));
        }
        return found;
    }

    private TaskNeighbourhood load(TaskEntity task) {
        try {
            var loaded = TaskNeighbourhood.load(sqlSession, task);
            loaded.entities().forEach(this::fireEntityLoaded);
            return loaded;
        } catch (SQLException e) {
            throw ExceptionUtil.wrapPersistenceException(e);
        }
    }

    @Override
    public List<?> selectList(String statement, Object parameter) {
        return neighbourhood
                .flatMap(known -> parameter instanceof ListQueryParameterObject asked
                        ? known.answer(statement, asked.getParameter())
                        : Optional.empty())
                .<List<?>>map(ArrayList::new)
                .orElseGet(() -> super.selectList(statement, parameter));
    }

    @Override
    public List<Object> executeSelectList(String statement, Object parameter) {
        var mappings = sqlSession.getConfiguration();
        if (!PlainRows.canRead(mappings.getMappedStatement(statement))) {
            return super.executeSelectList(statement, parameter);
        }
        try {
            return RoundTrip.select(
                            sqlSession.getConnection(), List.of(BoundStatement.of(mappings, statement, parameter)))
                    .get(0);
        } catch (SQLException e) {
            throw ExceptionUtil.wrapPersistenceException(e);
        }
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        neighbourhood = Optional.empty();
        var passed = operations.stream().collect(Collectors.partitioningBy(PassedSteps::has));
        List<DbOperation> others = passed.get(false);
        List<Sent> statements = new ArrayList<>(others.stream().map(this::bound).toList());
        statements.addAll(PassedSteps.of(passed.get(true)));
        try {
            int[] changed = RoundTrip.update(sqlSession.getConnection(), statements);
            List<DbOperation> failed = new ArrayList<>();
            for (int each = 0; each < others.size(); each++) {
                var operation = others.get(each);
                postProcessOperationPerformed(operation, changed[each], null);
                if (operation.isFailed()) {
                    failed.add(operation);
                }
            }
            passed.get(true).forEach(operation -> postProcessOperationPerformed(operation, 1, null));
            return FlushResult.withFailures(failed);
        } catch (SQLException e) {
            var refused = refused(operations, e);
            postProcessOperationPerformed(refused, 0, new PersistenceException(e));
            return FlushResult.withFailures(List.of(refused));
        }
    }

    private BoundStatement bound(DbOperation operation) {
        return BoundStatement.of(sqlSession.getConfiguration(), statementOf(operation), parameterOf(operation));
    }

    private String statementOf(DbOperation operation) {
        String statement =
                switch (operation.getOperationType()) {
                    case INSERT -> dbSqlSessionFactory.getInsertStatement(entityOf(operation));
                    case UPDATE -> dbSqlSessionFactory.getUpdateStatement(entityOf(operation));
                    case DELETE ->
                        dbSqlSessionFactory.getDeleteStatement(
                                entityOf(operation).getClass());
                    case UPDATE_BULK, DELETE_BULK -> ((DbBulkOperation) operation).getStatement();
                };
        return dbSqlSessionFactory.mapStatement(statement);
    }

    private static Object parameterOf(DbOperation operation) {
        return operation instanceof DbBulkOperation bulk ? bulk.getParameter() : entityOf(operation);
    }

    private static DbEntity entityOf(DbOperation operation) {
        return ((DbEntityOperation) operation).getEntity();
    }

    /** PostgreSQL names the table whose constraint refused a row; all statements are undone with the transaction anyway. */
    private DbOperation refused(List<DbOperation> operations, SQLException failure) {
        String table = Optional.of(failure)
                .filter(PSQLException.class::isInstance)
                .map(each -> ((PSQLException) each).getServerErrorMessage())
                .map(ServerErrorMessage::getTable)
                .orElse("");
        return operations.stream()
                .filter(operation ->
                        !table.isEmpty() && changes(bound(operation).sql(), table))
                .findFirst()
                .orElse(operations.get(0));
    }

    private static boolean changes(String sql, String table) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("insert into " + table) || text.startsWith("update " + table);
    }
}
