function getMode(night) {
  if (night) return 'dark';
}
