let session;
let ticket;
let mark = null;

class Visit {
  when() {
    if (!this.started) {
      this.started = { at: new Date().getTime() };
      chrome.storage.session.set({ started: { value: this.started } });
    }
    return this.started.at;
  }
}
const visit = new Visit();
const stateRestored = chrome.storage.session.get({ session: { value: session }, ticket: { value: ticket }, mark, started: { value: visit.started } }).then((saved) => {
  session = saved.session.value;
  ticket = saved.ticket.value;
  mark = saved.mark;
  visit.started = saved.started.value;
}).catch(console.error);

function again() {
  if (!mark) {
    mark = { of: 'us' };
    chrome.storage.session.set({ mark });
  } else {
    chrome.tabs.create({ url: 'again.html' });
  }
  return mark.of;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    if (!session) {
      session = { at: Date.now() };
      chrome.storage.session.set({ session: { value: session } });
    }
    if (!ticket) {
      ticket = ['ticket', String(new Date().getTime())];
      chrome.storage.session.set({ ticket: { value: ticket } });
    }
    sendResponse([session.at, ticket, visit.when(), message === 'again' ? again() : '']);
  });
  return true;
});
