export default defineBackground(() => {
  chrome.contextMenus.create({
    title: 'Save for later',
    contexts: ['link'],
    onclick: (info) => console.log(info.linkUrl),
  });
});
