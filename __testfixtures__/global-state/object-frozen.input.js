const app = Object.freeze({
  ids: [],
  note(id) { this.ids.push(id); },
});
chrome.tabs.onCreated.addListener(({ id }) => app.note(id));
chrome.action.onClicked.addListener(() => console.log(app.ids));
