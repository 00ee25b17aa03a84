const lists = {};

async function load(name) {
  const answer = await fetch(chrome.runtime.getURL(`lists/${name}.json`));
  lists[name] = await answer.json();
}

function read(path) {
  const request = new XMLHttpRequest();
  request.open("GET", path);
  request.onload = () => { lists.words = request.responseText; };
  request.send();
}

load("hosts");
read("/lists/words.txt");

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(lists[message]);
});
