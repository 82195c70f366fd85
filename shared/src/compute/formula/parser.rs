//! From tokens to a tree, by recursive descent; a function a line of the grammar.

use super::lexer::{Token, TokenKind, tokens};
use super::{BinaryOperator, DEPTH_MAX, Expr, FormulaError, FormulaFault, Function, Node};
use crate::blueprint::FieldId;

/// Reads a formula.
///
/// # Errors
/// [`FormulaError`] with the first place that does not fit. Fields and types are [`super::result_type`]'s to
/// check.
pub fn parse(text: &str) -> Result<Expr, FormulaError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, end: text.len(), nesting: 0 };
    let expr = parser.expression()?;
    match parser.tokens.first() {
        None => Ok(expr),
        Some(token) => Err(unexpected(token)),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    end: usize,
    /// Open parentheses, arguments and minus signs: what the parser itself recurses over.
    nesting: usize,
}

type Parsed = Result<Expr, FormulaError>;

impl<'a> Parser<'a> {
    fn expression(&mut self) -> Parsed {
        use BinaryOperator as Op;
        let left = self.concat()?;
        let comparisons = [Op::Equal, Op::NotEqual, Op::Less, Op::AtMost, Op::Greater, Op::AtLeast];
        let Some((operator, position)) = self.operator(&comparisons) else { return Ok(left) };
        let right = self.concat()?;
        binary(operator, position, left, right)
    }

    fn concat(&mut self) -> Parsed {
        self.chain(&[BinaryOperator::Concatenate], Self::sum)
    }

    fn sum(&mut self) -> Parsed {
        self.chain(&[BinaryOperator::Add, BinaryOperator::Subtract], Self::product)
    }

    fn product(&mut self) -> Parsed {
        self.chain(&[BinaryOperator::Multiply, BinaryOperator::Divide], Self::unary)
    }

    fn chain(&mut self, operators: &[BinaryOperator], part: fn(&mut Self) -> Parsed) -> Parsed {
        let mut left = part(self)?;
        while let Some((operator, position)) = self.operator(operators) {
            let right = part(self)?;
            left = binary(operator, position, left, right)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed {
        let Some((_, position)) = self.operator(&[BinaryOperator::Subtract]) else { return self.primary() };
        let inner = self.nested(position, Self::unary)?;
        let depth = inner.depth;
        expr(position, Node::Negate(Box::new(inner)), depth)
    }

    fn primary(&mut self) -> Parsed {
        let Some(token) = self.next() else {
            return Err(FormulaError::new(self.end, FormulaFault::UnexpectedEnd));
        };
        let position = token.position;
        match &token.kind {
            TokenKind::Number(number) => expr(position, Node::Number(*number), 0),
            TokenKind::Text(text) => expr(position, Node::Text(text.clone()), 0),
            TokenKind::Field(id) => expr(position, Node::Field(FieldId::new(id.as_str())), 0),
            TokenKind::Name(name) => self.named(name, position),
            TokenKind::Open => {
                let inner = self.nested(position, Self::expression)?;
                self.expect(&TokenKind::Close)?;
                Ok(inner)
            }
            TokenKind::Operator(_) | TokenKind::Close | TokenKind::Comma => Err(unexpected(token)),
        }
    }

    fn named(&mut self, name: &str, position: usize) -> Parsed {
        match name {
            "true" => expr(position, Node::Bool(true), 0),
            "false" => expr(position, Node::Bool(false), 0),
            _ => {
                let unknown = || FormulaError::new(position, FormulaFault::UnknownFunction(name.to_owned()));
                let function = Function::parse(name).ok_or_else(unknown)?;
                self.call(function, position)
            }
        }
    }

    fn call(&mut self, function: Function, position: usize) -> Parsed {
        self.expect(&TokenKind::Open)?;
        let mut arguments = Vec::new();
        if !self.skip(&TokenKind::Close) {
            arguments.push(self.nested(position, Self::expression)?);
            while self.skip(&TokenKind::Comma) {
                arguments.push(self.nested(position, Self::expression)?);
            }
            self.expect(&TokenKind::Close)?;
        }
        let fits = function.arity().map_or(!arguments.is_empty(), |count| arguments.len() == count);
        if !fits {
            return Err(FormulaError::new(position, FormulaFault::ArgumentCount(function)));
        }
        let depth = arguments.iter().map(|argument| argument.depth).max().unwrap_or_default();
        expr(position, Node::Call { function, arguments }, depth)
    }

    fn nested(&mut self, position: usize, part: fn(&mut Self) -> Parsed) -> Parsed {
        if self.nesting == DEPTH_MAX {
            return Err(FormulaError::new(position, FormulaFault::TooDeep));
        }
        self.nesting += 1;
        let parsed = part(self);
        self.nesting -= 1;
        parsed
    }

    fn next(&mut self) -> Option<&'a Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn operator(&mut self, wanted: &[BinaryOperator]) -> Option<(BinaryOperator, usize)> {
        let token = self.tokens.first()?;
        match token.kind {
            TokenKind::Operator(operator) if wanted.contains(&operator) => {
                self.next();
                Some((operator, token.position))
            }
            _ => None,
        }
    }

    fn skip(&mut self, kind: &TokenKind) -> bool {
        let found = self.tokens.first().is_some_and(|token| token.kind == *kind);
        if found {
            self.next();
        }
        found
    }

    fn expect(&mut self, kind: &TokenKind) -> Result<(), FormulaError> {
        if self.skip(kind) {
            return Ok(());
        }
        Err(self
            .tokens
            .first()
            .map_or_else(|| FormulaError::new(self.end, FormulaFault::UnexpectedEnd), unexpected))
    }
}

fn unexpected(token: &Token) -> FormulaError {
    FormulaError::new(token.position, FormulaFault::Unexpected(token.kind.text()))
}

fn binary(operator: BinaryOperator, position: usize, left: Expr, right: Expr) -> Parsed {
    let depth = left.depth.max(right.depth);
    expr(position, Node::Binary { operator, left: Box::new(left), right: Box::new(right) }, depth)
}

/// A node one deeper than its deepest part; long chains such as `1+1+1…` are deep, too.
fn expr(position: usize, node: Node, depth_inside: usize) -> Parsed {
    let depth = depth_inside + 1;
    if depth > DEPTH_MAX {
        return Err(FormulaError::new(position, FormulaFault::TooDeep));
    }
    Ok(Expr { position, node, depth })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    /// The tree with every operation in parentheses.
    fn show(expr: &Expr) -> String {
        match &expr.node {
            Node::Number(number) => number.to_string(),
            Node::Text(text) => format!("{text:?}"),
            Node::Bool(bool) => bool.to_string(),
            Node::Field(field) => format!("{{{field}}}"),
            Node::Negate(inner) => format!("(-{})", show(inner)),
            Node::Binary { operator, left, right } => {
                format!("({} {} {})", show(left), operator.symbol(), show(right))
            }
            Node::Call { function, arguments } => {
                let arguments: Vec<_> = arguments.iter().map(show).collect();
                format!("{}({})", function.as_str(), arguments.join(", "))
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(show(&parse(text).unwrap()), expected);
    }

    #[track_caller]
    fn check_error(text: &str, position: usize, sentence: &str) {
        let error = parse(text).unwrap_err();
        assert_eq!((error.position, error.sentence(Language::En).as_str()), (position, sentence));
    }

    #[test]
    fn operators_bind_as_in_spreadsheets() {
        check("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)");
        check("-{fld_a} * 2", "((-{fld_a}) * 2)");
        check("1 - -1", "(1 - (-1))");
        check("\"a\" & 1 + 2 = \"a3\"", "((\"a\" & (1 + 2)) = \"a3\")");
        check("(1 + 2) * 3", "((1 + 2) * 3)");
        check("8 / 4 / 2", "((8 / 4) / 2)");
    }

    #[test]
    fn functions_texts_and_fields_are_read() {
        check(
            "if(and(true, not(false)), \"say \"\"hi\"\"\", \"\")",
            r#"if(and(true, not(false)), "say \"hi\"", "")"#,
        );
        check("round({ fld_x },2)", "round({fld_x}, 2)");
        check("1.50>=0.5", "(1.5 >= 0.5)");
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        check_error("", 0, "The formula stops too early.");
        check_error("1 +", 3, "The formula stops too early.");
        check_error("1 2", 2, "`2` does not belong here.");
        check_error("1 < 2 < 3", 6, "`<` does not belong here.");
        check_error("ä + 1", 0, "`ä` does not belong here.");
        check_error("1 ! 2", 2, "`!` does not belong here.");
        check_error("\"abc", 0, "A text lacks its closing quotation mark.");
        check_error("1 + {fld_a", 4, "A field lacks its closing brace.");
        check_error("2. + 1", 0, "`2.` is not a number.");
        check_error("sum(1)", 0, "There is no function `sum`.");
        check_error("round(1)", 0, "`round` does not take that many values; it takes 2.");
        check_error("and()", 0, "`and` does not take that many values; it takes 1+.");
        check_error("not(1", 5, "The formula stops too early.");
        check_error("not 1", 4, "`1` does not belong here.");
    }

    #[test]
    fn hostile_nesting_and_length_are_refused() {
        let deep = |open: &str, close: &str, count: usize| {
            parse(&format!("{}1{}", open.repeat(count), close.repeat(count))).map_err(|error| error.fault)
        };
        assert!(deep("(", ")", DEPTH_MAX).is_ok());
        assert_eq!(deep("(", ")", 900), Err(FormulaFault::TooDeep));
        assert_eq!(deep("-", "", 900), Err(FormulaFault::TooDeep));
        assert_eq!(deep("not(", ")", 300), Err(FormulaFault::TooDeep));
        assert_eq!(deep("1+", "", 900), Err(FormulaFault::TooDeep));
        assert_eq!(deep("1", "", 2_500), Err(FormulaFault::TooLong));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[-+*/&=<>!(){}\",. a-z0-9ä]{0,60}") {
            let _ = parse(&text);
        }
    }
}
