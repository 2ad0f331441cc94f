/** One answer of a server, whatever its status. */
export interface HttpAnswer {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
}

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Limit of this one attempt, from the first byte sent to the last received, in milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** A pool of connections to one server that adds the credentials. */
export interface HttpClient {
  /** @throws ModelError (`connection` or `timeout`), AbortedError. A status of 400 and up is an answer, not an error. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Takes the credentials out of text that a server sent. */
  redact(text: string): string;
  close(): Promise<void>;
}
