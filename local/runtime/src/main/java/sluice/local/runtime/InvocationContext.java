package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The context of one invocation; the remaining time counts down to the deadline that the Runtime API gave. */
final class InvocationContext implements Context {
    private final Invocation invocation;
    private final RuntimeEnvironment environment;
    private final Clock clock;
    private final PrintStream log;

    InvocationContext(Invocation invocation, RuntimeEnvironment environment, Clock clock, PrintStream log) {
        this.invocation = invocation;
        this.environment = environment;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public int getRemainingTimeInMillis() {
        if (invocation.deadline().equals(Instant.MAX)) {
            return Integer.MAX_VALUE;
        }
        long left = Duration.between(clock.instant(), invocation.deadline()).toMillis();
        return Math.clamp(left, 0, Integer.MAX_VALUE);
    }

    @Override
    public String getAwsRequestId() {
        return invocation.requestId();
    }

    @Override
    public String getInvokedFunctionArn() {
        return invocation.functionArn();
    }

    @Override
    public String getFunctionName() {
        return environment.functionName();
    }

    @Override
    public String getFunctionVersion() {
        return environment.functionVersion();
    }

    @Override
    public int getMemoryLimitInMB() {
        return environment.memoryMegabytes();
    }

    @Override
    public String getLogGroupName() {
        return environment.logGroup();
    }

    @Override
    public String getLogStreamName() {
        return environment.logStream();
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log.println(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
