import type {components} from './contract.js';

type Sent = Partial<components['schemas']['Problem'] & Pick<components['schemas']['InvalidParameter'], 'parameter' | 'given' | 'allowed'>>;

/** The service, or a proxy before it, answered with an error: a problem (RFC 9457). */
export class ToolkitProblem extends Error {
  override readonly name = 'ToolkitProblem';
  /** The address that explains the problem; `about:blank` where the answer was no problem document. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The query parameter whose value was wrong, the value that it had, and those that it can have. */
  readonly parameter: string | undefined;
  readonly given: string | undefined;
  readonly allowed: readonly string[] | undefined;
  /** After how many seconds to try again, where the service says so. */
  readonly retryAfter: number | undefined;

  constructor(answered: unknown, response: Response) {
    const sent: Sent = isProblem(answered) ? answered : {};
    const title = sent.title ?? `The answer has the status ${response.status}`;
    super(sent.detail ?? title);
    this.type = sent.type ?? 'about:blank';
    this.title = title;
    this.status = response.status;
    this.detail = sent.detail ?? '';
    this.parameter = sent.parameter;
    this.given = sent.given;
    this.allowed = sent.allowed;
    this.retryAfter = secondsOf(response.headers.get('Retry-After'));
  }
}

/** No answer of the service arrived: no connection, no time, or something else answered in its place. */
export class ToolkitNetworkError extends Error {
  override readonly name = 'ToolkitNetworkError';
}

const isProblem = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const secondsOf = (text: string | null): number | undefined => (text && /^\d+$/.test(text) ? Number(text) : undefined);
