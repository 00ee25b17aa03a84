const settingsStore = {
  color: 'green',
  names: {},

  name(id, text) {
    this.names[id] = text;
    chrome.storage.session.set({ names: this.names });
  },
};
export default settingsStore;
export const stateRestored = chrome.storage.session.get({ names: settingsStore.names, color: settingsStore.color }).then((saved) => {
  settingsStore.names = saved.names;
  settingsStore.color = saved.color;
}).catch(console.error);
