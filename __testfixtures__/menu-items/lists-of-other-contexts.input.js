// Names of contexts that code compares with, or picks from.
const knownContexts = ['page', 'tab', 'bookmark'];
const seenContexts = [];
chrome.contextMenus.onClicked.addListener((info) => {
  seenContexts.push('tab');
  if (knownContexts.includes('tab')) console.log(info, seenContexts);
});
try {
  const contexts = ['page', 'tab'];
  chrome.contextMenus.create({ id: 'save', title: 'Save', contexts });
} catch (error) {
  console.log(error);
}
