import { portableExp, portableLog, type RandomStream } from '../random/index.ts';

/** Bytes that a packet carries: an Ethernet frame of 1,500 less the headers of IP and TCP. */
const PACKET_BYTES = 1460;

/**
 * Whether a message of several packets gets through. Each packet is lost independently;
 * what was lost is sent again, until nothing is missing. So after j tries something is
 * still missing with probability 1 − (1 − pʲ)ⁿ. Lesson: The network between.
 */
export class PacketLoss {
  readonly #stream: RandomStream;
  readonly #maximumTries: number;
  /** Chance that try j fails when those before it did, message by message. */
  readonly #failing: Float64Array;

  /** @param messageBytes sizes of the kinds of messages. */
  constructor(
    lossProbability: number,
    maximumTries: number,
    messageBytes: readonly number[],
    stream: RandomStream,
  ) {
    this.#stream = stream;
    this.#maximumTries = maximumTries;
    this.#failing = new Float64Array(messageBytes.length * maximumTries);
    messageBytes.forEach((bytes, message) => {
      const packets = Math.max(1, Math.ceil(bytes / PACKET_BYTES));
      let [before, lost] = [1, 1];
      for (let tries = 1; tries <= maximumTries; tries++) {
        lost *= lossProbability;
        const missing = missingAfter(lost, packets);
        this.#failing[message * maximumTries + tries - 1] = before === 0 ? 0 : missing / before;
        before = missing;
      }
    });
  }

  /** Draws whether this message fails again. @param failedTries those before. */
  strikes(message: number, failedTries: number): boolean {
    return this.#stream.nextUniform() < this.#failing[message * this.#maximumTries + failedTries]!;
  }
}

/** 1 − (1 − lost)^packets, to all digits also where it is tiny. */
function missingAfter(lost: number, packets: number): number {
  if (lost >= 1) return 1;
  if (lost * packets < 1e-9) return lost * packets;
  return 1 - portableExp(packets * portableLog(1 - lost));
}
