package dev.jackfield.testkit;

/** What can be wrong with a connector, and which test is there to notice. */
enum ConnectorFlaw {
    NONE,
    COMPLETES_AT_ONCE("completesOnTheLoopAndNotBeforeTheCallReturned", "failsOnTheLoopAndNotBeforeTheCallReturned"),
    COMPLETES_OFF_LOOP("completesOnTheLoopAndNotBeforeTheCallReturned", "failsOnTheLoopAndNotBeforeTheCallReturned"),
    COMPLETES_TWICE("completesOnceAndForAll", "failsOnceAndForAll"),
    THROWS_AT_ODD_TARGETS("refusesTargetsByTheStage"),
    FAILS_WITH_ODDITIES("leavesNothingOpenWhenRefused", "closesAWireThatIsRefused"),
    LEAVES_OPEN_WHEN_REFUSED("leavesNothingOpenWhenRefused"),
    HANDS_OUT_WIRES_OF_OTHER_LOOPS("handsOutWiresOfTheLoopItWasAskedOn"),
    LEAVES_A_TIMER("offersTheWireItHandsOut"),
    SHOWS_NO_SOCKET("showsEverySocketBeforeItIsConnected", "connectsNoSocketThatItDidNotShow"),
    SHOWS_BLOCKING_SOCKETS("showsEverySocketBeforeItIsConnected"),
    SHOWS_ANOTHER_SOCKET("connectsNoSocketThatItDidNotShow"),
    SHOWS_THE_FIRST_SOCKET_ONLY("showsTheSocketOfEveryAddress"),
    IGNORES_LIMIT("keepsToTheTimeLimit"),
    HAS_A_LIMIT_OF_ITS_OWN("keepsToTheTimeLimit"),
    GIVES_UP_EARLY("keepsToTheTimeLimit"),
    IGNORES_FAILED_PREPARATION("doesNotConnectASocketThatCannotBePrepared"),
    GIVES_UP_AFTER_THE_FIRST("triesTheNextAddressWhenASocketCannotBePrepared", "triesTheNextAddressWhenAWireIsRefused"),
    BLOCKS("doesNotBlockTheLoop"),
    SLEEPS("neverWaitsInsideTheCall"),
    BLOCKS_IN_THE_SYSTEM("neverWaitsInsideTheCall"),
    SLEEPS_LATER("neverWaitsUntilItHasConnected"),
    SLEEPS_AFTERWARDS("neverWaitsUntilItHasConnected"),
    BLOCKS_AFTERWARDS("neverWaitsUntilItHasConnected"),
    SLEEPS_ON_FAILURE("neverWaitsWhenItFails"),
    BLOCKS_ON_FAILURE("neverWaitsWhenItFails"),
    SLEEPS_ON_CANCEL("neverWaitsWhenItIsCancelled"),
    BLOCKS_ON_CANCEL("neverWaitsWhenItIsCancelled"),
    DOES_NOT_OFFER("offersTheWireItHandsOut", "closesAWireThatIsRefused"),
    KEEPS_REFUSED_WIRES("closesAWireThatIsRefused", "triesTheNextAddressWhenAWireIsRefused"),
    IGNORES_CANCEL(
            "freesEverythingAtOnceWhenCancelledWhileConnecting",
            "freesEverythingAtOnceWhenCancelledInTheSameTurn",
            "freesEverythingAtOnceWheneverItIsCancelled",
            "opensNothingWhenCancelledBefore"),
    FORGETS_CANCEL_WHILE_PREPARING("freesEverythingWhenCancelledWhileASocketIsPrepared"),
    FORGETS_CANCEL_WHILE_OFFERING("freesEverythingWhenCancelledWhileAWireIsOffered"),
    CLOSES_ON_LATE_CANCEL("cancellingAfterwardsDoesNothing", "freesEverythingAtOnceWheneverItIsCancelled"),
    ALWAYS_THE_SAME_WIRE("oneConnectorMakesManyWires"),
    CONFIGURES_NULL("readsItsBracketsOrRefusesThem"),
    OVERLOOKS_BRACKETS("overlooksNothingInItsBrackets"),
    SHOWS_PASSWORDS("showsNoPassword");

    final String[] caughtBy;

    ConnectorFlaw(String... caughtBy) {
        this.caughtBy = caughtBy;
    }
}
