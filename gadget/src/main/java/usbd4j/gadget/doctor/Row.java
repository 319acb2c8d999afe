package usbd4j.gadget.doctor;

import java.util.Optional;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;

/**
 * One need of a board.
 *
 * @param name what it is
 * @param found what is there
 * @param needed what has to be there
 * @param state whether that is enough
 * @param reason the sentence with which a run fails; empty if there is none
 * @param remedy what to do; empty if nothing has to be done
 */
public record Row(
        String name, String found, String needed, State state, Optional<String> reason, Optional<Remedy> remedy) {
    /** {@return a need that is met} */
    static Row ok(String name, String found, String needed) {
        return new Row(name, found, needed, State.OK, Optional.empty(), Optional.empty());
    }

    /** {@return something that is good to have, and what to do to get it} */
    static Row note(String name, String found, String needed, Remedy remedy) {
        return new Row(name, found, needed, State.NOTE, Optional.empty(), Optional.of(remedy));
    }

    /** {@return something that is good to have, of which a run that wants it would say this} */
    static Row note(String name, String found, String needed, Lack lack) {
        return new Row(name, found, needed, State.NOTE, Optional.of(lack.what()), Optional.of(lack.remedy()));
    }

    /** {@return something without which every run says this} */
    static Row missing(String name, String found, String needed, Lack lack) {
        return new Row(name, found, needed, State.MISSING, Optional.of(lack.what()), Optional.of(lack.remedy()));
    }

    /** {@return the same of something without which this machine can serve a device all the same} */
    Row dispensable() {
        return state == State.MISSING ? new Row(name, found, needed, State.NOTE, reason, remedy) : this;
    }

    /** {@return the whole advice, as a run prints it; empty if nothing has to be done} */
    Optional<String> advice() {
        return remedy.map(
                each -> reason.map(why -> "%s; %s".formatted(why, each)).orElse(each.toString()));
    }
}
