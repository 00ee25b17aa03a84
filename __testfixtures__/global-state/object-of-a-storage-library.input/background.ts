import { Storage } from '@plasmohq/storage';
import { LRUCache } from 'lru-cache';

const storage = new Storage();
const cache = new LRUCache<string, string>({ max: 50 });

chrome.runtime.onMessage.addListener((message: { key: string; value: string }) => {
  storage.set(message.key, message.value);
  cache.set(message.key, message.value);
});

chrome.tabs.onRemoved.addListener(async () => {
  console.log(await storage.get('count'), cache.get('count'));
});
