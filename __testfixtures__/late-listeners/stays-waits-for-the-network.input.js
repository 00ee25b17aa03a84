let rules = [];
async function main() {
  const answer = await fetch('https://rules.example/list.json');
  rules = await answer.json();
  chrome.tabs.onCreated.addListener((tab) => console.log(rules.length, tab.id));
}
main();
