// What has the type of the only object that is written out is not that object.
interface State {
  lists: Record<string, string[]>;
  hits: number;
}

const initialState: State = { lists: {}, hits: 0 };

class Matcher {
  constructor(private readonly state: State) {}

  match(host: string) {
    this.state.hits++;
    this.state.lists[host] = [host];
    return this.state.hits;
  }
}

chrome.tabs.onUpdated.addListener((_id, _change, tab) => {
  chrome.storage.local.get('state', ({ state }) => {
    const matcher = new Matcher(state);
    chrome.browserAction.setBadgeText({ text: String(matcher.match(tab.url!)) });
  });
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply([initialState.hits, initialState.lists]);
});
