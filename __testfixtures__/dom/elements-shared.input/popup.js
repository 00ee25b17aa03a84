function paint(context) {
  document.body.append(context.canvas);
}

chart(8);
painted();
console.log(icon(), portOf(location.href));
