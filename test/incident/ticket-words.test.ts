import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markOf, reword, saysAll, wordsRead, wordsSent } from "../../src/incident/ticket-words.ts";
import type { TicketText } from "../../src/incident/ticket-words.ts";

function text(over: Partial<TicketText> = {}): TicketText {
  return { title: "shop: PaymentError", description: "- failures: 1", priority: 2, ...over };
}

const SENT = wordsSent(text(), null);
const NEXT = text({ description: "- failures: 10" });

describe("a mark", () => {
  it("is of words, whatever Linear makes of marks and blanks", () => {
    expect(markOf("* **failures**: 1  \n")).toBe(markOf("- failures: 1"));
    expect(markOf("- failures: 10")).not.toBe(markOf("- failures: 1"));
  });

  it("tells what people mark with a picture apart", () => {
    expect(markOf("✅ 1. A test that fails")).not.toBe(markOf("1. A test that fails"));
    expect(markOf("👀")).not.toBe(markOf("👍"));
    expect(markOf("❤️")).toBe(markOf("❤"));
  });

  it("tells the state of a checkbox and words of any script apart", () => {
    expect(markOf("- [x] done")).not.toBe(markOf("- [ ] done"));
    expect(markOf("запуск")).not.toBe(markOf("запуски"));
  });
});

describe("reword", () => {
  it("writes what is new on a text that is ours", () => {
    expect(reword(SENT, text(), NEXT)).toEqual({
      change: { description: "- failures: 10" },
      isAside: false,
    });
  });

  it("writes nothing where nothing is new", () => {
    expect(reword(SENT, text(), text())).toEqual({ change: {}, isAside: false });
  });

  it("leaves a description alone that people wrote, and says so", () => {
    const theirs = text({ description: "I am on it. - failures: 1" });
    expect(reword(SENT, theirs, NEXT)).toEqual({ change: {}, isAside: true });
  });

  it("takes each part by itself: a title of people's does not hold up the description", () => {
    const now = text({ title: "Cards are declined" });
    const next = text({ title: "shop: CardError", description: "- failures: 10" });
    expect(reword(SENT, now, next)).toEqual({
      change: { description: "- failures: 10" },
      isAside: false,
    });
  });

  it("leaves a priority alone that people set", () => {
    const urgent = { priority: 1 };
    expect(reword(SENT, text(urgent), text({ priority: 3 })).change).toEqual({});
    expect(reword(SENT, text(), text({ priority: 3 })).change).toEqual({ priority: 3 });
  });

  it("knows a text for ours that Linear gave back with other words", () => {
    const given = text({ description: "failures 1 (edited by a machine)" });
    const words = {
      ...SENT,
      read: { title: markOf(given.title), description: markOf(given.description) },
    };
    expect(reword(words, given, NEXT).change).toEqual({ description: "- failures: 10" });
  });

  it("knows what is about to be sent for ours, whether it arrived or not", () => {
    const sending = wordsSent({ description: NEXT.description }, SENT);
    const later = text({ description: "- failures: 100" });
    expect(reword(sending, NEXT, later).change).toEqual({ description: "- failures: 100" });
  });

  it("takes all of it for people's where nothing is remembered, but the very same words", () => {
    expect(reword(null, text(), NEXT)).toEqual({ change: {}, isAside: true });
    expect(reword(null, NEXT, NEXT)).toEqual({ change: {}, isAside: false });
  });

  it("never gives a description over words that are neither sent nor read", () => {
    const any = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(any, any, any, any, (sent, read, now, next) => {
        const words = wordsRead(
          { ...wordsSent(text({ description: sent }), null), read: null },
          text({ description: read }),
        );
        const isKnown = [markOf(sent), words.read?.description].includes(markOf(now));
        const { change, isAside } = reword(
          words,
          text({ description: now }),
          text({ description: next }),
        );
        expect(isAside).toBe(!isKnown);
        if (!isKnown) expect(change).not.toHaveProperty("description");
      }),
    );
  });
});

describe("wordsRead", () => {
  it("keeps how ours came back, and not what people wrote meanwhile", () => {
    const words = wordsRead(SENT, text({ title: "theirs" }));
    expect(words.read).toEqual({ title: "", description: SENT.sent.description });
  });
});

describe("saysAll", () => {
  it("is true while nothing new is to be said, and false for what is not remembered", () => {
    expect(saysAll(SENT, text())).toBe(true);
    expect(saysAll(SENT, NEXT)).toBe(false);
    expect(saysAll(SENT, text({ priority: 3 }))).toBe(false);
    expect(saysAll(null, text())).toBe(false);
  });
});
