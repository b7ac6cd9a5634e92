"""What the machine concludes about statements: same, drifted, contradicted, and who rests on whom."""
