/**
 * For people who write connectors, layers and wires.
 *
 * <ul>
 *   <li>{@link dev.jackfield.testkit.ConnectorContract}, {@link dev.jackfield.testkit.LayerContract} and {@link
 *       dev.jackfield.testkit.WireContract} check the rules of {@link dev.jackfield.connector}: extend one of them, say
 *       what to test and who is at the other end, and JUnit runs the rest.
 *   <li>{@link dev.jackfield.testkit.PipeWire} is a pair of wires in memory that hands bytes over in pieces as small as
 *       you like; {@link dev.jackfield.testkit.ManualLoop} is a loop that only turns when told to, and {@link
 *       dev.jackfield.testkit.ManualLoops} makes it all the loops an HTTP client has.
 *   <li>{@link dev.jackfield.testkit.LoopbackPeer} and {@link dev.jackfield.testkit.BlackHole} are real sockets: one that
 *       answers, one that never does.
 *   <li>{@link dev.jackfield.testkit.BackAtZero} fails a test that leaves something behind.
 * </ul>
 *
 * <h2>Which rule is checked by which test</h2>
 *
 * The numbers are those of the rules in {@link dev.jackfield.connector}; what has a name instead stands in the Javadoc of
 * that type. {@code ConnectorContract} and {@code LayerContract} bring the tests of {@code WireContract} along.
 *
 * <table>
 *   <caption>Rules and tests</caption>
 *   <tr><th>rule</th><th>contract</th><th>tests</th></tr>
 *   <tr><td>1</td><td>Connector</td><td>completesOnTheLoopAndNotBeforeTheCallReturned,
 *       failsOnTheLoopAndNotBeforeTheCallReturned, handsOutWiresOfTheLoopItWasAskedOn</td></tr>
 *   <tr><td>1</td><td>Layer</td><td>completesOnTheLoopAndNotBeforeTheCallReturned,
 *       failsOnTheLoopAndNotBeforeTheCallReturned</td></tr>
 *   <tr><td>2</td><td>Connector</td><td>doesNotBlockTheLoop, neverWaitsInsideTheCall, neverWaitsUntilItHasConnected,
 *       neverWaitsWhenItFails, neverWaitsWhenItIsCancelled</td></tr>
 *   <tr><td>2</td><td>Layer</td><td>neverWaitsOnTheLoop, neverWaitsWhenItFails,
 *       neverWaitsWhenItIsCancelled</td></tr>
 *   <tr><td>3</td><td>Connector</td><td>completesOnceAndForAll, failsOnceAndForAll, leavesNothingOpenWhenRefused,
 *       refusesTargetsByTheStage</td></tr>
 *   <tr><td>3</td><td>Layer</td><td>comesToAnEndWhereverNonsenseBegins, completesOnceAndForAll,
 *       failsAndClosesOnNonsense, failsAndClosesWhereverTheConnectionBreaks, failsAndClosesWhereverTheFarEndCloses,
 *       failsOnceAndForAll, refusesTargetsByTheStage</td></tr>
 *   <tr><td>4</td><td>Connector</td><td>freesEverythingAtOnceWhenCancelledInTheSameTurn,
 *       freesEverythingAtOnceWhenCancelledWhileConnecting, freesEverythingAtOnceWheneverItIsCancelled,
 *       freesEverythingWhenCancelledWhileASocketIsPrepared, freesEverythingWhenCancelledWhileAWireIsOffered,
 *       opensNothingWhenCancelledBefore</td></tr>
 *   <tr><td>4</td><td>Layer</td><td>closesAtOnceWheneverItIsCancelled, closesAtOnceWhereverItIsCancelled,
 *       closesTheWireWhenCancelledBefore</td></tr>
 *   <tr><td>5</td><td>Connector</td><td>cancellingAfterwardsDoesNothing,
 *       freesEverythingAtOnceWheneverItIsCancelled</td></tr>
 *   <tr><td>5</td><td>Layer</td><td>cancellingAfterwardsDoesNothing</td></tr>
 *   <tr><td>6</td><td>Connector</td><td>connectsNoSocketThatItDidNotShow, doesNotConnectASocketThatCannotBePrepared,
 *       keepsToTheTimeLimit, showsEverySocketBeforeItIsConnected, showsTheSocketOfEveryAddress,
 *       triesTheNextAddressWhenASocketCannotBePrepared</td></tr>
 *   <tr><td>6</td><td>Layer</td><td>leavesTheFirstWordAndTheLastToTheConnector</td></tr>
 *   <tr><td>7</td><td>Connector</td><td>closesAWireThatIsRefused, offersTheWireItHandsOut,
 *       triesTheNextAddressWhenASocketCannotBePrepared, triesTheNextAddressWhenAWireIsRefused</td></tr>
 *   <tr><td>7</td><td>Layer</td><td>leavesTheFirstWordAndTheLastToTheConnector</td></tr>
 *   <tr><td>8</td><td>Wire</td><td>readsNoMoreThanAskedFor</td></tr>
 *   <tr><td>8</td><td>Layer</td><td>worksWhateverTheSizeOfThePieces, worksWhereverReadsAreCut,
 *       worksWhereverWritesAreCut</td></tr>
 *   <tr><td>9</td><td>Wire</td><td>readsTheEndOfTheStreamAgainAndAgain, takesNoResetForTheEndOfTheStream,
 *       tellsAReaderOfTheEnd</td></tr>
 *   <tr><td>9</td><td>Layer</td><td>aBrokenConnectionIsNoEndOfTheStream, tellsTruncationFromTheEndIfItCan</td></tr>
 *   <tr><td>10</td><td>Wire</td><td>aLaterWaiterReplacesTheEarlierOne, aWaiterMaySetTheNextOne,
 *       runsAReaderOnceOnTheLoopAndNotInsideTheCall, runsAWriterOnceOnTheLoopAndNotInsideTheCall,
 *       tellsAReaderOfTheEnd, tellsWhoWaitsThatItIsClosed</td></tr>
 *   <tr><td>10</td><td>Layer</td><td>leavesNoWaiterOnAWireThatItHandsOn</td></tr>
 *   <tr><td>11</td><td>Layer</td><td>asksForTheTargetItIsGivenWhoeverElseAsks, looksNoNameUp,
 *       overlooksNothingInItsBrackets, readsItsBracketsOrRefusesThem, refusesTargetsByTheStage, showsNoPassword,
 *       showsNoPasswordWhenItFails</td></tr>
 *   <tr><td>Attempt.limit</td><td>Layer</td><td>endsWithinTheLimitOfARoute</td></tr>
 *   <tr><td>Connector</td><td>Connector</td><td>oneConnectorMakesManyWires</td></tr>
 *   <tr><td>Connector.configured</td><td>Connector</td><td>overlooksNothingInItsBrackets,
 *       readsItsBracketsOrRefusesThem, showsNoPassword</td></tr>
 *   <tr><td>Layer</td><td>Layer</td><td>closingTheWireClosesTheOneBelow</td></tr>
 *   <tr><td>Layer.encrypts</td><td>Layer</td><td>hidesWhatIsSaidIfItEncrypts</td></tr>
 *   <tr><td>Layer.watch</td><td>Layer</td><td>tellsNobodyWhileNothingChanges, tellsWatchersOfChanges</td></tr>
 *   <tr><td>Wire</td><td>Wire</td><td>carriesBothWaysAtOnce</td></tr>
 *   <tr><td>Wire.close</td><td>Wire</td><td>closesOnceAndForAll</td></tr>
 *   <tr><td>Wire.loop, Wire.peer, Wire.beneath</td><td>Wire</td><td>saysWhatItIs</td></tr>
 *   <tr><td>Wire.read</td><td>Wire</td><td>readsNothingWhenNothingIsThereOrWanted</td></tr>
 *   <tr><td>Wire.shutdownOutput</td><td>Wire</td><td>endsTheStreamAndReadsOn</td></tr>
 *   <tr><td>Wire.write</td><td>Wire</td><td>carriesALotAndComesUpShortInBetween, failsToWriteIntoABrokenConnection,
 *       writesTheBuffersAskedForInOrder</td></tr>
 * </table>
 *
 * <p>{@code looksNoNameUp} asks for a name that has a label of 64 octets, one more than DNS allows, so that nobody outside is
 * asked. A layer that refuses such a name before it says anything has shown nothing thereby, so the test is skipped then.
 *
 * <p>All waiting has a deadline; what never comes fails the test instead of hanging it. The deadline is 10
 * seconds, or as many as the system property {@code jackfield.testkit.patience} says.
 */
@Export
@Version("1.0.0")
package dev.jackfield.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
