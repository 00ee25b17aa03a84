const { save, settings } = chrome.extension.getBackgroundPage();
save(settings);

bg.settings.list.push('a');
bg.settings.delay = 5;
delete bg.settings.old;
bg.onUpdate = () => document.body.replaceChildren();
bg.load((text) => console.log(text));
bg.document.title = 'popup';
bg.addEventListener('unload', close);
new bg.Manager();
bg.console.log(bg.settings.list.map((item) => item.name));
bg['start']();

chrome.runtime.getBackgroundPage((page) => {
  page.start();
});
chrome.runtime.getBackgroundPage().then(({ count }) => console.log(count));

async function later() {
  const page = await chrome.runtime.getBackgroundPage();
  return page?.count;
}

render(chrome.extension.getBackgroundPage());

const url = chrome.runtime.getURL('_generated_background_page.html');
console.log(url, later);
