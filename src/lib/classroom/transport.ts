/**
 * How a page of a live session reaches the others. Behind it stands MQTT over a WebSocket; in tests,
 * memory. It connects again by itself, and then subscribes again to all that it was subscribed to.
 */
export interface Transport {
  /** @param take is given every message, also what the broker had retained; in the order of their coming */
  subscribe(topic: string, take: (text: string) => void): void;
  /**
   * Sends, again and again across broken connections, until it is acknowledged.
   *
   * @returns resolves with the acknowledgement: the message is safe; never rejects
   */
  deliver(topic: string, text: string): Promise<void>;
  /** Sends now or never. */
  send(topic: string, text: string): void;
  /** Is told of every change, and at once how it stands. */
  watch(told: (state: TransportState) => void): void;
  /** Tries at once to connect, where it is not: the page came back into view. */
  wake(): void;
  close(): void;
}

/** `refused`: the broker does not know this phone (any more), and trying again is of no use. */
export type TransportState = 'connecting' | 'connected' | 'refused' | 'closed';
