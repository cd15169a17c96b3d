package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.GsonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A {@link RequestHandler} whose event and answer go through the serializers that Lambda itself uses. */
final class TypedHandler<I, O> implements LoadedHandler {
    private final RequestHandler<I, O> handler;
    private final PojoSerializer<I> events;

    private TypedHandler(RequestHandler<I, O> handler, PojoSerializer<I> events) {
        this.handler = handler;
        this.events = events;
    }

    static <I, O> TypedHandler<I, O> of(RequestHandler<I, O> handler) {
        return new TypedHandler<>(handler, serializer(eventType(handler.getClass()), handler.getClass().getClassLoader()));
    }

    @Override
    public void handle(InputStream event, OutputStream answer, Context context) throws java.io.IOException {
        O result = handler.handleRequest(events.fromJson(event), context);
        if (result == null) {
            answer.write("null".getBytes(StandardCharsets.UTF_8));
            return;
        }
        TypedHandler.<O>serializer(result.getClass(), result.getClass().getClassLoader()).toJson(result, answer);
    }

    private static Type eventType(Class<?> handler) {
        for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized && parameterized.getRawType() == RequestHandler.class) {
                    return parameterized.getActualTypeArguments()[0];
                }
            }
        }
        return Object.class;
    }

    @SuppressWarnings("unchecked") // The library keys its serializers by runtime type and has no generic way to ask for one.
    private static <T> PojoSerializer<T> serializer(Type type, ClassLoader classes) {
        if (type instanceof Class<?> plain && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
            return (PojoSerializer<T>) LambdaEventSerializers.serializerFor(plain, classes);
        }
        return (PojoSerializer<T>) GsonFactory.getInstance().getSerializer(type);
    }
}
