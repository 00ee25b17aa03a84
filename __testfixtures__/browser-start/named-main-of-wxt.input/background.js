function main() {
  chrome.tabs.create({ url: 'https://example.com' });
}

export default defineBackground(main);
