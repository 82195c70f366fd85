//! Clients and a server that end up with the same.

use std::collections::VecDeque;

use proptest::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::{
    ActorId, Envelope, Ledger, Message, Operation, OperationId, Outcome, Pending, PendingError, apply,
    read_envelope,
};
use shared::validate::structure;

use crate::applying::assert_same;
use crate::random::{Random, blueprint, operation};

struct Client {
    name: ActorId,
    pending: Pending,
    /// What the server has told it and it has not read.
    inbox: VecDeque<Message>,
    made: usize,
    sent: usize,
}

impl Client {
    fn perform(&mut self, random: &mut Random) {
        let operation = operation(self.pending.blueprint(), random.next());
        let id = OperationId::new(format!("op_{}_{}", self.name, self.made));
        self.made += 1;
        let envelope = Envelope::new(id, self.pending.version(), self.name.clone(), operation);
        let _ = self.pending.perform(envelope);
    }

    fn receive(&mut self) {
        let Some(message) = self.inbox.pop_front() else { return };
        let answered = matches!(&message, Message::Applied { actor, .. } if *actor == self.name)
            || matches!(&message, Message::Rejected { .. });
        self.pending.receive(message.clone()).unwrap();
        self.sent -= usize::from(answered);
        // What comes twice changes nothing.
        let before = self.pending.clone();
        assert_eq!(self.pending.receive(message).unwrap(), None);
        assert_eq!(self.pending, before);
    }
}

struct Server {
    blueprint: Blueprint,
    ledger: Ledger,
}

impl Server {
    /// Takes the next operation of a client, perhaps once more than it was sent.
    fn take(&mut self, clients: &mut [Client], from: usize, is_repeated: bool) {
        let Some(envelope) = clients[from].pending.waiting().nth(clients[from].sent).cloned() else { return };
        clients[from].sent += 1;
        let envelope = read_envelope(&serde_json::to_string(&envelope).unwrap()).unwrap();
        let outcome = self.ledger.receive(&mut self.blueprint, envelope.clone());
        if is_repeated {
            let before = self.blueprint.clone();
            assert_eq!(self.ledger.receive(&mut self.blueprint, envelope.clone()), outcome);
            assert_same(&self.blueprint, &before);
        }
        let Envelope { operation_id, actor, operation, .. } = envelope;
        match outcome {
            Outcome::Applied { version, .. } => {
                for client in clients {
                    let (operation_id, actor, operation) =
                        (operation_id.clone(), actor.clone(), operation.clone());
                    client.inbox.push_back(Message::Applied { version, operation_id, actor, operation });
                }
            }
            Outcome::Rejected { rejection } => {
                clients[from].inbox.push_back(Message::Rejected { operation_id, rejection });
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn two_clients_and_a_server_converge(
        start in any::<u64>(),
        turns in proptest::collection::vec(any::<u64>(), 1..40),
    ) {
        let start = blueprint(start);
        let client = |name: &str| Client {
            name: name.into(),
            pending: Pending::new(start.clone(), 0),
            inbox: VecDeque::new(),
            made: 0,
            sent: 0,
        };
        let mut clients = [client("ada"), client("ben")];
        let mut server = Server { blueprint: start.clone(), ledger: Ledger::default() };

        for turn in turns {
            let mut random = Random::new(turn);
            let who = random.below(2);
            match random.below(3) {
                0 => clients[who].perform(&mut random),
                1 => server.take(&mut clients, who, random.one_in(2)),
                _ => clients[who].receive(),
            }
        }
        for who in [0, 1] {
            while clients[who].pending.waiting().nth(clients[who].sent).is_some() {
                server.take(&mut clients, who, false);
            }
        }
        for client in &mut clients {
            while !client.inbox.is_empty() {
                client.receive();
            }
            prop_assert_eq!(client.pending.waiting().count(), 0);
            prop_assert_eq!(client.pending.version(), server.ledger.version());
            assert_same(client.pending.blueprint(), &server.blueprint);
            assert_same(&client.pending.confirmed(), &server.blueprint);
        }
        prop_assert_eq!(structure(&server.blueprint), []);
    }

    #[test]
    fn envelopes_read_as_they_are_written(start in any::<u64>(), seed in any::<u64>(), base in any::<u64>()) {
        let mut blueprint = blueprint(start);
        let done = operation(&blueprint, seed);
        let inverse = apply(&mut blueprint, done.clone());

        for operation in [Some(done), inverse.ok()].into_iter().flatten().filter(is_finite) {
            let envelope = Envelope::new("op_1".into(), base, "ada".into(), operation);
            let json = serde_json::to_string(&envelope).unwrap();
            prop_assert_eq!(read_envelope(&json), Ok(envelope));
        }
    }
}

/// JSON has no numbers that are not finite.
fn is_finite(operation: &Operation) -> bool {
    *operation == operation.clone()
}

#[test]
fn a_missing_message_is_noticed() {
    let mut pending = Pending::new(blueprint(1), 3);
    let before = pending.clone();
    let set = shared::operation::BlueprintProperty::Name("New".to_owned());
    let operation = Operation::EditBlueprint { set };
    let message = |version| Message::Applied {
        version,
        operation_id: "op_9".into(),
        actor: "ada".into(),
        operation: operation.clone(),
    };

    assert_eq!(pending.receive(message(5)), Err(PendingError::Gap { expected: 4, found: 5 }));
    assert_eq!(pending, before);
    assert_eq!(pending.receive(message(4)), Ok(None));
    assert_eq!((pending.version(), pending.blueprint().name.as_str()), (4, "New"));
}

#[test]
fn an_answer_that_was_lost_is_taken_when_it_comes_again() {
    let mut server = Server { blueprint: blueprint(1), ledger: Ledger::new(4) };
    let mut pending = Pending::new(server.blueprint.clone(), 4);
    let named = |name: &str| Operation::EditBlueprint {
        set: shared::operation::BlueprintProperty::Name(name.to_owned()),
    };
    let envelope = |id: &str, operation| Envelope::new(id.into(), 4, "ada".into(), operation);
    let table = shared::operation::ElementId::View(server.blueprint.tables[0].views[0].id.clone());
    let (removal, later) = (envelope("op_1", Operation::remove(table)), envelope("op_2", named("Mine")));
    pending.perform(removal.clone()).unwrap();
    pending.perform(later.clone()).unwrap();
    let first = server.ledger.receive(&mut server.blueprint, removal.clone());
    for at in 0..4 {
        let other = envelope(&format!("op_b{at}"), named("Hers"));
        server.ledger.receive(&mut server.blueprint, other);
    }

    pending.rebase(server.blueprint.clone(), server.ledger.version());

    assert_eq!(pending.version(), 9);
    assert_eq!(pending.waiting().collect::<Vec<_>>(), [&removal, &later]);
    assert_same(&pending.confirmed(), &server.blueprint);
    assert_eq!(pending.blueprint().name, "Mine");
    let again = server.ledger.receive(&mut server.blueprint, removal.clone());
    assert_eq!(again, first);
    let Outcome::Applied { version: 5, .. } = again else { panic!("{again:?}") };
    let Envelope { operation_id, actor, operation, .. } = removal;
    let answer = Message::Applied { version: 5, operation_id, actor, operation };
    assert_eq!(pending.receive(answer.clone()), Ok(None));
    assert_eq!(pending.waiting().collect::<Vec<_>>(), [&later]);
    assert_eq!((pending.version(), pending.blueprint().name.as_str()), (9, "Mine"));
    assert_same(&pending.confirmed(), &server.blueprint);
    let before = pending.clone();
    assert_eq!(pending.receive(answer), Ok(None));
    assert_eq!(pending, before);
}
