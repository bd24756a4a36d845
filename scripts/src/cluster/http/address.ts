/** Where requests go: the origin that people see, and perhaps another place that its connections lead to. */
export interface Address {
  origin: string;
  /** Where connections go in place of the origin's host; `secure` says whether TLS is spoken there. */
  connect?: { host: string; port: number; secure: boolean };
  /** The authority that signed the certificate, as PEM. */
  authority?: string;
  /** The address of this machine that connections come from. */
  localAddress?: string;
}

/** An address with TLS. */
export interface Edge extends Address {
  connect: { host: string; port: number; secure: true };
  /** Where it answers without TLS, to lead to it with TLS. */
  plain?: { host: string; port: number };
}
