function refresh(reason) {
  fetch('https://status.example/?reason=' + reason);
}

refresh('start');
setInterval(refresh, 60000);

function count(...names) {
  fetch('https://status.example/?count=' + names.length);
}

count();
setInterval(count, 60000);

function twice() {
  fetch('https://status.example/twice');
}

twice();
twice();
setInterval(twice, 60000);

const look = () => fetch('https://status.example/look');
if (Math.random() < 0.5) look();
setInterval(() => look(), 60000);
