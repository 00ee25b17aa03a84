let session;
let ticket;
let mark = null;

class Visit {
  when() {
    if (!this.started) this.started = { at: new Date().getTime() };
    return this.started.at;
  }
}
const visit = new Visit();

function again() {
  if (!mark) {
    mark = { of: 'us' };
  } else {
    chrome.tabs.create({ url: 'again.html' });
  }
  return mark.of;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (!session) session = { at: Date.now() };
  if (!ticket) ticket = ['ticket', String(new Date().getTime())];
  sendResponse([session.at, ticket, visit.when(), message === 'again' ? again() : '']);
});
