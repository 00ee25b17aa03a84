const channel = new BroadcastChannel('notes');
channel.onmessage = ({ data }) => console.log(data);

const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', show);
matchMedia('print').onchange = show;

navigator.connection.addEventListener('change', show);

function show() {
  console.log(dark.matches);
}
