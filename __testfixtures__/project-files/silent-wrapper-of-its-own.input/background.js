import { defineBackground } from './define.js';

export default defineBackground(async ({ api }) => {
  api.tabs.onCreated.addListener((tab) => console.log(tab.id));
  await api.storage.local.set({ started: true });
});
