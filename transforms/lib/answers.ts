/** How the listeners of some events answer the browser. */
interface Answers {
  readonly events: RegExp;
  /** value: by what they return. callback: by a function that they are given and may call later; what they return is not looked at. */
  readonly by: 'value' | 'callback';
  /** The document that says so. */
  readonly url: string;
}

const CHROME = 'https://developer.chrome.com/docs/extensions/reference/api';

/** The events that ask something; to all others, messages aside, nobody expects an answer. */
const ANSWERS: readonly Answers[] = [
  { events: /^webRequest\./, by: 'value', url: `${CHROME}/webRequest#concepts_and_usage` },
  { events: /^downloads\.onDeterminingFilename$/, by: 'value', url: `${CHROME}/downloads#event-onDeterminingFilename` },
  { events: /^input\.ime\.onKeyEvent$/, by: 'value', url: `${CHROME}/input/ime#event-onKeyEvent` },
  { events: /^runtime\.onUserScriptMessage$/, by: 'value', url: `${CHROME}/runtime#event-onUserScriptMessage` },
  // What waits here may never go on.
  { events: /^runtime\.onSuspend$/, by: 'value', url: `${CHROME}/runtime#event-onSuspend` },
  { events: /^fileSystemProvider\.on\w+Requested$/, by: 'callback', url: `${CHROME}/fileSystemProvider` },
  { events: /^printerProvider\.on\w+Requested$/, by: 'callback', url: `${CHROME}/printerProvider` },
  { events: /^certificateProvider\.on(CertificatesRequested|SignDigestRequested)$/, by: 'callback', url: `${CHROME}/certificateProvider` },
  { events: /^ttsEngine\.onSpeak(WithAudioStream)?$/, by: 'callback', url: `${CHROME}/ttsEngine#event-onSpeak` },
];

/** How the listeners of an event, or of one of several (`tabs.onCreated|tabs.onUpdated`), answer it: by their value, by a callback, or not at all. */
export function answersOf(event: string): Answers['by'] | undefined {
  const names = event.split('|');
  return ANSWERS.find(({ events }) => names.some((name) => events.test(name)))?.by;
}
