export async function load(url: string): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const xhr: XMLHttpRequest = new XMLHttpRequest();
    xhr.open('GET', 'https://example.com/' + url);
    xhr.onload = (): void => resolve(xhr.responseText as string);
    xhr.onerror = (): void => reject(new Error('no answer'));
    xhr.send();
  });
}
chrome.runtime.onMessage.addListener((message: { url: string }) => { load(message.url).then(console.log); });
