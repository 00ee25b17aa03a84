const draw = (function () {
  return function draw(list) {
    return list[Math.floor(Math.random() * list.length)];
  };
})();

const makeDice = () => ({ roll: () => 1 + Math.floor(Math.random() * 6) });
const dice = makeDice();

async function ask() {
  return (await fetch("https://tips.example/?" + Math.random())).json();
}
const asked = ask();

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === "tip") {
    asked.then((tips) => reply(draw(tips)));
    return true;
  }
  reply(dice.roll());
});
