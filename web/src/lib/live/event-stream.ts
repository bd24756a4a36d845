import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream';

export type StreamEvent = EventSourceMessage;

/** Reads server-sent events from a response. EventSource cannot send X-Workspace-Id, so the stream is a fetch. */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
