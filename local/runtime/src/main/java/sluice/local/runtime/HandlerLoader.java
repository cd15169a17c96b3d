package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Turns {@code package.Class} or {@code package.Class::handleRequest} into a handler that can be called. */
final class HandlerLoader {
    private HandlerLoader() {
    }

    static LoadedHandler load(String handler, ClassLoader classes) throws ReflectiveOperationException {
        int colons = handler.indexOf("::");
        String className = colons < 0 ? handler : handler.substring(0, colons);
        String method = colons < 0 ? "handleRequest" : handler.substring(colons + 2);
        if (!method.equals("handleRequest")) {
            throw new IllegalArgumentException("The handler " + handler + " names the method " + method
                    + "; locally only handleRequest of RequestHandler or RequestStreamHandler is called");
        }
        Class<?> type = Class.forName(className, true, classes);
        Object instance = type.getDeclaredConstructor().newInstance();
        return switch (instance) {
            case RequestStreamHandler stream -> stream::handleRequest;
            case RequestHandler<?, ?> typed -> TypedHandler.of(typed);
            default -> throw new IllegalArgumentException("The class " + className + " implements neither RequestHandler nor RequestStreamHandler");
        };
    }
}
