package dev.jackfield.testkit;

/** What can be wrong with a layer, and which test is there to notice. */
enum LayerFlaw {
    NONE,
    COMPLETES_AT_ONCE("completesOnTheLoopAndNotBeforeTheCallReturned"),
    COMPLETES_OFF_LOOP("completesOnTheLoopAndNotBeforeTheCallReturned"),
    FAILS_AT_ONCE("failsOnTheLoopAndNotBeforeTheCallReturned"),
    SLEEPS("neverWaitsOnTheLoop"),
    BLOCKS_IN_THE_SYSTEM("neverWaitsOnTheLoop"),
    SLEEPS_ON_FAILURE("neverWaitsWhenItFails"),
    BLOCKS_ON_FAILURE("neverWaitsWhenItFails"),
    SLEEPS_ON_CANCEL("neverWaitsWhenItIsCancelled"),
    BLOCKS_ON_CANCEL("neverWaitsWhenItIsCancelled"),
    COMPLETES_TWICE("completesOnceAndForAll", "failsOnceAndForAll"),
    CHANGES_ITS_MIND("completesOnceAndForAll", "failsOnceAndForAll"),
    STAYS_OPEN_ON_FAILURE(
            "failsAndClosesWhereverTheFarEndCloses",
            "failsAndClosesWhereverTheConnectionBreaks",
            "failsAndClosesOnNonsense",
            "comesToAnEndWhereverNonsenseBegins"),
    FAILS_WITH_ODDITIES("failsAndClosesOnNonsense"),
    BELIEVES_EVERYTHING("failsAndClosesOnNonsense"),
    BELIEVES_HALF_AN_ANSWER("failsAndClosesWhereverTheFarEndCloses", "closesAtOnceWhereverItIsCancelled"),
    WAITS_FOR_SENSE("failsAndClosesOnNonsense", "comesToAnEndWhereverNonsenseBegins"),
    THROWS_AT_ODD_TARGETS("refusesTargetsByTheStage"),
    LEAVES_A_TIMER(
            "failsAndClosesWhereverTheFarEndCloses", "closesAtOnceWhereverItIsCancelled", "endsWithinTheLimitOfARoute"),
    IGNORES_CANCEL(
            "closesAtOnceWhereverItIsCancelled",
            "closesAtOnceWheneverItIsCancelled",
            "closesTheWireWhenCancelledBefore"),
    IGNORES_CANCEL_ONCE_IT_HAS_WRITTEN("closesAtOnceWhereverItIsCancelled", "closesAtOnceWheneverItIsCancelled"),
    COMPLETES_THOUGH_CANCELLED("closesAtOnceWheneverItIsCancelled"),
    CLOSES_ON_LATE_CANCEL("cancellingAfterwardsDoesNothing", "closesAtOnceWheneverItIsCancelled"),
    PREPARES_AGAIN("leavesTheFirstWordAndTheLastToTheConnector"),
    OFFERS_AGAIN("leavesTheFirstWordAndTheLastToTheConnector"),
    EXPECTS_WHOLE_ANSWERS("worksWhateverTheSizeOfThePieces", "worksWhereverReadsAreCut"),
    EXPECTS_WHOLE_WRITES("worksWhateverTheSizeOfThePieces", "worksWhereverWritesAreCut"),
    TAKES_MORE_THAN_ITS_OWN("worksWhateverTheSizeOfThePieces"),
    TAKES_BREAKS_FOR_ENDS("aBrokenConnectionIsNoEndOfTheStream"),
    CLAIMS_TO_ENCRYPT("tellsTruncationFromTheEndIfItCan", "hidesWhatIsSaidIfItEncrypts"),
    LEAVES_A_READER("leavesNoWaiterOnAWireThatItHandsOn"),
    LEAVES_A_WRITER("leavesNoWaiterOnAWireThatItHandsOn"),
    LOOKS_UP("looksNoNameUp"),
    LOOKS_UP_ASIDE("looksNoNameUp"),
    ALWAYS_ASKS_FOR_THE_SAME("asksForTheTargetItIsGivenWhoeverElseAsks"),
    MIXES_TARGETS_UP("asksForTheTargetItIsGivenWhoeverElseAsks"),
    CONFIGURES_NULL("readsItsBracketsOrRefusesThem"),
    REFUSES_ODDLY("readsItsBracketsOrRefusesThem"),
    OVERLOOKS_BRACKETS("overlooksNothingInItsBrackets"),
    SHOWS_PASSWORDS("showsNoPassword"),
    SHOWS_PASSWORDS_WHEN_IT_FAILS("showsNoPasswordWhenItFails"),
    LEAVES_THE_WIRE_BELOW_OPEN("closingTheWireClosesTheOneBelow"),
    KEEPS_ITS_TIMER("closingTheWireClosesTheOneBelow", "OverSockets.saysWhatItIs"),
    TELLS_WATCHERS_OF_NOTHING("tellsNobodyWhileNothingChanges"),
    FORGETS_WATCHERS("tellsWatchersOfChanges"),
    KEEPS_WATCHERS("tellsWatchersOfChanges");

    final String[] caughtBy;

    LayerFlaw(String... caughtBy) {
        this.caughtBy = caughtBy;
    }
}
