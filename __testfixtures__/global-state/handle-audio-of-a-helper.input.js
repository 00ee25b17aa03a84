const sounds = {};

function load(name) {
  const audio = new Audio(`${name}.mp3`);
  audio.oncanplaythrough = () => loaded(audio, name);
}

function loaded(audio, name) {
  sounds[name] = audio;
}

chrome.runtime.onMessage.addListener((message) => {
  if (sounds[message]) sounds[message].play();
  else load(message);
});
