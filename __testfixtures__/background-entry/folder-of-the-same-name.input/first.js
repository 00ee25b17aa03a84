self.first = 1;
