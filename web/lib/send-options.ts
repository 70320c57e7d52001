/** The second argument of the client's requests: carries the Idempotency-Key of a form. */
export type SendOptions = { headers: { 'idempotency-key': string } }
