package org.maillage.ledger.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Connections of which a committer's may be lost at its commit, before PostgreSQL has heard of it or after. */
final class LossyDataSource extends WrappedDataSource {

    /** What happens to a commit. */
    enum Loss {
        NONE,
        /** the connection ends before anything is sent */
        BEFORE,
        /** it is committed, but the answer is lost */
        AFTER,
        /** it is committed after the caller has been told that the connection is lost */
        LATE,
        /** the process stands still between its reading and its commit, until it thaws */
        FROZEN
    }

    final CompletableFuture<Void> thaw = new CompletableFuture<>();
    final AtomicInteger lost = new AtomicInteger();
    private final Supplier<Loss> next;

    LossyDataSource(DataSource wrapped, Supplier<Loss> next) {
        super(wrapped);
        this.next = next;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = wrapped.getConnection();
        var isLost = new AtomicBoolean();
        return proxy(Connection.class, (_, method, arguments) -> {
            if (isLost.get()) {
                throw new SQLException("the connection is lost", "08003");
            }
            var result = call(connection, method, arguments);
            var isStore = method.getName().equals("prepareStatement") && Sql.STORE.equals(arguments[0]);
            return isStore ? lossy(connection, (PreparedStatement) result, isLost) : result;
        });
    }

    private PreparedStatement lossy(Connection connection, PreparedStatement store, AtomicBoolean isLost) {
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return call(store, method, arguments);
            }
            var loss = next.get();
            if (loss == Loss.NONE) {
                return call(store, method, arguments);
            }
            lost.incrementAndGet();
            switch (loss) {
                case NONE, BEFORE -> {}
                case AFTER -> call(store, method, arguments);
                case FROZEN -> {
                    thaw.join();
                    return call(store, method, arguments);
                }
                case LATE -> {
                    isLost.set(true);
                    Thread.ofVirtual().start(() -> executeLate(connection, store));
                    throw new SQLException("the connection was lost", "08006");
                }
            }
            isLost.set(true);
            connection.close();
            throw new SQLException("the connection was lost", "08006");
        });
    }

    private static void executeLate(Connection connection, PreparedStatement store) {
        try (connection) {
            store.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
