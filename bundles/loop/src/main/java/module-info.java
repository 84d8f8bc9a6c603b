/** Selector loops, timers and the hand-over of work between threads. */
module dev.jackfield.loop {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;

    exports dev.jackfield.loop;

    provides dev.jackfield.loop.Loops with
            dev.jackfield.loop.internal.NioLoops;
}
