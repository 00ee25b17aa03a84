export async function load(url: string): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    fetch('https://example.com/' + url)
      .then((response) => response.text())
      .then((text) => resolve(text as string), () => reject(new Error('no answer')));
  });
}
chrome.runtime.onMessage.addListener((message: { url: string }) => { load(message.url).then(console.log); });
