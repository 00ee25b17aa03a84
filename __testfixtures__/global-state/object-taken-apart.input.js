const app = {
  ids: [],
  note(id) {
    const { ids } = this;
    ids.push(id);
  },
};
chrome.tabs.onCreated.addListener(({ id }) => {
  app.note(id);
  app.ids.push(0);
});
chrome.action.onClicked.addListener(() => console.log(app.ids));
