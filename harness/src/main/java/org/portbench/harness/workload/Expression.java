package org.portbench.harness.workload;

import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Whole-number arithmetic as job files have it: {@code + - * / % ^} and parentheses. What a number
 * with its suffix is worth is the caller's affair.
 */
final class Expression {
  private static final char END = '\0';
  private static final int DEEPEST = 64;
  private static final int LARGEST_EXPONENT = 63;

  private final String text;
  private final ToLongFunction<String> number;
  private int at;
  private int depth;

  private Expression(String text, ToLongFunction<String> number) {
    this.text = text;
    this.number = number;
  }

  /**
   * @throws IllegalArgumentException where the text is not an expression
   * @throws ArithmeticException on overflow and division by zero
   */
  static long value(String text, ToLongFunction<String> number) {
    Expression expression = new Expression(text, number);
    long value = expression.sum();
    if (expression.peek() != END) {
      throw new IllegalArgumentException("unexpected " + Quoted.of(text.substring(expression.at)));
    }
    return value;
  }

  private long sum() {
    long value = product();
    while (true) {
      switch (peek()) {
        case '+' -> value = Math.addExact(value, operand(this::product));
        case '-' -> value = Math.subtractExact(value, operand(this::product));
        default -> {
          return value;
        }
      }
    }
  }

  private long product() {
    long value = signed();
    while (true) {
      switch (peek()) {
        case '*' -> value = Math.multiplyExact(value, operand(this::signed));
        case '/' -> value = value / operand(this::signed);
        case '%' -> value = value % operand(this::signed);
        default -> {
          return value;
        }
      }
    }
  }

  private long signed() {
    if (peek() != '-') {
      return power();
    }
    return Math.negateExact(operand(this::deeper));
  }

  private long deeper() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    long value = signed();
    depth--;
    return value;
  }

  private long power() {
    long base = atom();
    return peek() == '^' ? power(base, operand(this::deeper)) : base;
  }

  private static long power(long base, long exponent) {
    if (exponent < 0 || exponent > LARGEST_EXPONENT) {
      throw new ArithmeticException("exponent not from 0 to " + LARGEST_EXPONENT);
    }
    long value = 1;
    for (long i = 0; i < exponent; i++) {
      value = Math.multiplyExact(value, base);
    }
    return value;
  }

  private long atom() {
    return peek() == '(' ? parenthesized() : number.applyAsLong(word());
  }

  private long parenthesized() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    long value = operand(this::sum);
    if (peek() != ')') {
      throw new IllegalArgumentException("')' is missing");
    }
    at++;
    depth--;
    return value;
  }

  private String word() {
    peek();
    int start = at;
    while (at < text.length() && !isOperator(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private static boolean isOperator(char c) {
    return "+-*/%^()".indexOf(c) >= 0;
  }

  private long operand(LongSupplier operand) {
    at++;
    return operand.getAsLong();
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }
}
